package dev.assent.backends;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The least that a client of both servers does: write something acknowledged, read all of it. */
final class Clients {
  private static final String TOPIC = "facts";

  private Clients() {}

  static void makeTopicAndTable(BackendsFile file) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", file.kafkaBootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
    sql(file, "create table facts (fact text primary key)");
  }

  /** Returns when both servers have acknowledged every fact. */
  static void write(BackendsFile file, List<String> facts) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                file.kafkaBootstrapServers(),
                "acks",
                "all",
                "transactional.id",
                "facts"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      facts.forEach(fact -> producer.send(new ProducerRecord<>(TOPIC, fact, fact)));
      producer.commitTransaction();
    }
    for (String fact : facts) {
      sql(file, "insert into facts values ('" + fact + "')");
    }
  }

  static List<String> consume(BackendsFile file) {
    TopicPartition partition = new TopicPartition(TOPIC, 0);
    List<String> facts = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                file.kafkaBootstrapServers(),
                "isolation.level",
                "read_committed"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofMillis(200))) {
          facts.add(found.value());
        }
      }
    }
    return facts;
  }

  static List<String> select(BackendsFile file) throws Exception {
    return query(file, "select fact from facts order by fact");
  }

  static String show(BackendsFile file, String setting) throws Exception {
    return query(file, "show " + setting).getFirst();
  }

  static void sql(BackendsFile file, String command) throws Exception {
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(command);
    }
  }

  private static List<String> query(BackendsFile file, String query) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  private static Connection connect(BackendsFile file) throws Exception {
    String password = Files.readString(Path.of(file.postgresPasswordFile())).strip();
    return DriverManager.getConnection(file.postgresJdbcUrl(), file.postgresUser(), password);
  }
}
