package dev.assent.system;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;

/** Who owns the partitions of a service, as the broker says it. */
record Owners(String bootstrapServers, String service) {

  /** The names of the processes that own at least one. */
  Set<String> now() {
    return partitions().keySet();
  }

  /** What each of these processes owns. */
  Map<String, Set<Integer>> partitions() {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      String group = "assent." + service;
      ConsumerGroupDescription found =
          admin.describeConsumerGroups(Set.of(group)).describedGroups().get(group).get();
      Map<String, Set<Integer>> owned = new HashMap<>();
      for (MemberDescription member : found.members()) {
        for (TopicPartition at : member.assignment().topicPartitions()) {
          owned
              .computeIfAbsent(process(group, member), name -> new TreeSet<>())
              .add(at.partition());
        }
      }
      return owned;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String process(String group, MemberDescription member) {
    String name = member.groupInstanceId().orElseThrow();
    return name.replace(group + "-", "").replaceFirst("-\\d+$", "");
  }
}
