package dev.assent.approval.page;

import org.jspecify.annotations.Nullable;

/**
 * What surrounds the content of every page.
 *
 * @param title of the page, without the product's name
 * @param person the name of who is signed in; null on the sign-in page
 * @param csrf the token that posts of this page must carry
 * @param live the address of the page's live updates, or null
 * @param self the address that shows this page again with a GET
 * @param here {@code inbox} or {@code task}: which entry of the navigation is the present one
 */
public record Frame(
    String title,
    @Nullable String person,
    String csrf,
    @Nullable String live,
    String self,
    String here) {}
