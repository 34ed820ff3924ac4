package dev.assent.approval.page;

/** A page with one thing to say: not found, not yours, try again. */
public record MessagePage(
    Frame frame, String heading, String sentence, String link, String linkText) {}
