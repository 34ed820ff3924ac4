package dev.assent.system;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;

/** Who owns the partitions of a service, as the broker says it. */
record Owners(String bootstrapServers, String service) {

  /** The names of the processes that own at least one. */
  Set<String> now() {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      String group = "assent." + service;
      ConsumerGroupDescription found =
          admin.describeConsumerGroups(Set.of(group)).describedGroups().get(group).get();
      return found.members().stream()
          .filter(member -> !member.assignment().topicPartitions().isEmpty())
          .map(member -> member.groupInstanceId().orElseThrow())
          .map(member -> member.replace(group + "-", "").replaceFirst("-\\d+$", ""))
          .collect(Collectors.toSet());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
