package dev.assent.approval.page;

import org.jspecify.annotations.Nullable;

/**
 * The sign-in page.
 *
 * @param next where to go afterwards: a path of this site
 * @param problem why the last try failed, or null
 */
public record SignInPage(Frame frame, String next, String person, @Nullable String problem) {}
