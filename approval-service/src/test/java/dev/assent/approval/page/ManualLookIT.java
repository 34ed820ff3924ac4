package dev.assent.approval.page;

import dev.assent.approval.http.LiveBackends;
import dev.assent.approval.process.Intake;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.*;
import dev.assent.contract.plan.*;
import dev.assent.contract.intent.*;
import dev.assent.eventlog.append.LogEdge;
import dev.assent.eventlog.kafka.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.*;
import java.util.*;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LiveBackends.class)
class ManualLookIT {
  @TestHTTPResource("/") URI base;
  @ConfigProperty(name = "probe.ada") String ada;
  @ConfigProperty(name = "probe.bo") String bo;
  @Inject LogEdge log;
  @Inject Topics topics;

  @Test
  void look() throws Exception {
    Path dir = Path.of("/tmp/ap/manual");
    Files.createDirectories(dir);
    Files.writeString(dir.resolve("info.json"), "{\"base\":\"" + base + "\",\"ada\":\"" + ada + "\",\"bo\":\"" + bo + "\"}");
    long end = System.nanoTime() + 540_000_000_000L;
    while (!Files.exists(dir.resolve("stop")) && System.nanoTime() < end) {
      Path ask = dir.resolve("submit");
      if (Files.exists(ask)) {
        String[] parts = Files.readString(ask).strip().split("\n", 2);
        Files.delete(ask);
        IntentId id = new IntentId(UUID.randomUUID());
        var form = parts.length > 1 ? ContractJson.MAPPER.readTree(parts[1]) : null;
        log.appendAll(Intake.submission(topics, id, Intake.task(parts[0], form), List.of(Assignee.person("ada"), Assignee.group("sre")))).join();
        Files.writeString(dir.resolve("submitted"), id.toString());
      }
      Thread.sleep(100);
    }
  }
}
