package dev.assent.auditor;

/** Is told in words what is being done, for those who wait. */
public interface Steps {
  void step(String words);
}
