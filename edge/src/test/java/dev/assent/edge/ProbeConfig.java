package dev.assent.edge;

import io.smallrye.config.ConfigMapping;

/** Keys of a service under the shared prefix. */
@ConfigMapping(prefix = "assent.probe")
interface ProbeConfig {
  String greeting();
}
