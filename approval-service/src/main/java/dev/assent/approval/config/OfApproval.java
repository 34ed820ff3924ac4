package dev.assent.approval.config;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the resources that exist only in a process that runs approval-service. */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OfApproval {

  /** The name of this service: in {@code assent.services}, of its schema and of its group. */
  String SERVICE = "approval";
}
