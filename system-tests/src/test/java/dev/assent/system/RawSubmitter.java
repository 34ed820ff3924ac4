package dev.assent.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Submits by Kafka alone, as a stranger does: any partition will do, and twice at times. */
record RawSubmitter(String bootstrapServers, String prefix, Memory memory) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();
  private static final int PARTITIONS = 2;

  void work(Random random, BooleanSupplier stopping) {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(config)) {
      for (int i = 0; !stopping.getAsBoolean(); i++) {
        String id = prefix + i;
        int times = random.nextInt(5) == 0 ? 2 : 1;
        for (int time = 0; time < times; time++) {
          producer.send(submission(id, random.nextInt(PARTITIONS))).get();
          memory.acknowledged(id);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } catch (ExecutionException | JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ProducerRecord<String, byte[]> submission(String id, int partition)
      throws JsonProcessingException {
    List<Header> headers =
        List.of(
            header("ce_specversion", "1.0"), header("ce_id", id), header("ce_source", Cases.AGENT));
    byte[] body = JSON.writeValueAsBytes(Cases.brief());
    return new ProducerRecord<>("assent.intents", partition, "any", body, headers);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
