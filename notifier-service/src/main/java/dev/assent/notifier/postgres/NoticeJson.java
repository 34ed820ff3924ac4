package dev.assent.notifier.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.assent.contract.json.ContractJson;
import dev.assent.notifier.domain.Notice;
import java.nio.charset.StandardCharsets;

/**
 * Notices as the column {@code document} holds them: in ASCII, so that half a surrogate pair in
 * somebody's title is an escape and not a row that the database refuses.
 */
final class NoticeJson {

  private static final ObjectWriter WRITER =
      ContractJson.MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private NoticeJson() {}

  static String write(Notice notice) {
    try {
      return WRITER.writeValueAsString(notice);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a notice that is no JSON", e);
    }
  }

  static Notice read(String document) {
    return ContractJson.read(document.getBytes(StandardCharsets.UTF_8), Notice.class);
  }
}
