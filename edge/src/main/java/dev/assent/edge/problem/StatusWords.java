package dev.assent.edge.problem;

/** Codes and sentences for what the HTTP layer itself refuses. */
final class StatusWords {

  private StatusWords() {}

  static String code(int status) {
    return switch (status) {
      case 400 -> "malformed";
      case 404 -> "not_found";
      case 405 -> "method_not_allowed";
      case 406 -> "not_acceptable";
      case 413 -> "too_large";
      case 415 -> "unsupported_media_type";
      default -> "http_" + status;
    };
  }

  static String sentence(int status) {
    return switch (status) {
      case 400 -> "Expected a well-formed request, but this one cannot be read.";
      case 404 -> "Expected the path of something that exists, but nothing is here.";
      case 405 ->
          "Expected a method that this path has, but came another. The header Allow names them.";
      case 406 -> "Expected to be asked for a content type there is. Ask for application/json.";
      case 413 -> "Expected a smaller body. Put large content elsewhere and send where it is.";
      case 415 -> "Expected a body of another content type. Send application/json.";
      default -> "The request was refused with status " + status + ".";
    };
  }
}
