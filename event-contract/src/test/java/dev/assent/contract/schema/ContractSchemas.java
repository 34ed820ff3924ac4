package dev.assent.contract.schema;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.json.TypeTable;
import dev.assent.contract.plan.Assignee;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * One JSON Schema 2020-12 for each type and version. Closed: what is written is exactly what the
 * schema says, and more needs a new version. Readers are more patient and pass over what they do
 * not know.
 */
final class ContractSchemas {

  static final String ID_PREFIX = "urn:assent:schema:";

  private static final SnakeCaseStrategy NAMES = SnakeCaseStrategy.INSTANCE;

  private final RecordWords words = new RecordWords(Path.of("src/main/java"));
  private final SchemaGenerator generator;

  ContractSchemas() {
    var builder =
        new SchemaGeneratorConfigBuilder(
            ContractJson.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
    builder.with(
        Option.DEFINITIONS_FOR_ALL_OBJECTS,
        Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
        Option.INLINE_NULLABLE_SCHEMAS);
    builder
        .forFields()
        .withPropertyNameOverrideResolver(field -> NAMES.translate(field.getName()))
        .withRequiredCheck(field -> !isNullable(field))
        .withDescriptionResolver(this::describe)
        .withStringPatternResolver(
            field -> field.getName().endsWith("igest") ? "^[0-9a-f]{64}$" : null);
    builder
        .forTypesInGeneral()
        .withPropertySorter((_, _) -> 0)
        .withDescriptionResolver(this::describe)
        .withCustomDefinitionProvider(ContractSchemas::ownForm)
        .withTypeAttributeOverride(ContractSchemas::nameTheKind);
    this.generator = new SchemaGenerator(builder.build());
  }

  /** The schema of a record, as the file that holds it. */
  ObjectNode of(TypeTable.Entry<?> entry) {
    ObjectNode generated = generator.generateSchema(entry.type());
    ObjectNode schema = ContractJson.MAPPER.createObjectNode();
    schema.set("$schema", generated.remove("$schema"));
    schema.put("$id", ID_PREFIX + entry.wireType());
    schema.put("title", entry.wireType());
    String description = words.of(entry.type());
    if (description != null) {
      schema.put("description", description);
    }
    JsonNode definitions = generated.remove("$defs");
    generated.properties().forEach(field -> schema.set(field.getKey(), field.getValue()));
    if (definitions != null) {
      schema.set("$defs", definitions);
    }
    return schema;
  }

  @Nullable String summary(Class<?> type) {
    return words.of(type);
  }

  private @Nullable String describe(FieldScope field) {
    String description = words.of(field.getDeclaringType().getErasedType(), field.getName());
    // A list's description is not its items' one, and on the wire there are no nulls.
    return description == null || field.isFakeContainerItemScope()
        ? null
        : description.replace(", or null", "").replace("null:", "left out:");
  }

  private @Nullable String describe(TypeScope type) {
    Class<?> erased = type.getType().getErasedType();
    return erased.isRecord() ? words.of(erased) : null;
  }

  private static boolean isNullable(FieldScope field) {
    AnnotatedElement type = field.getRawMember().getAnnotatedType();
    return type.isAnnotationPresent(Nullable.class);
  }

  private static @Nullable CustomDefinition ownForm(
      ResolvedType type, SchemaGenerationContext context) {
    Class<?> erased = type.getErasedType();
    if (erased.isSealed()) {
      return family(type, context);
    } else if (JsonNode.class.isAssignableFrom(erased)) {
      return inline(context, null, null, null);
    } else if (erased == Instant.class) {
      return inline(context, "string", "date-time", null);
    } else if (erased == Duration.class) {
      return inline(context, "string", "duration", null);
    } else if (erased == IntentId.class || erased == TaskId.class) {
      return inline(context, "string", "uuid", null);
    } else if (erased == Assignee.class) {
      return inline(context, "string", null, "A person's id, group: and a group's id, or anyone.");
    }
    return null;
  }

  private static CustomDefinition family(ResolvedType type, SchemaGenerationContext context) {
    ObjectNode schema = context.getGeneratorConfig().createObjectNode();
    ArrayNode kinds = schema.putArray("oneOf");
    for (Class<?> kind : type.getErasedType().getPermittedSubclasses()) {
      ResolvedType resolved = context.getTypeContext().resolveSubtype(type, kind);
      kinds.add(context.createStandardDefinitionReference(resolved, null));
    }
    return new CustomDefinition(
        schema, CustomDefinition.DefinitionType.STANDARD, CustomDefinition.AttributeInclusion.NO);
  }

  private static CustomDefinition inline(
      SchemaGenerationContext context,
      @Nullable String type,
      @Nullable String format,
      @Nullable String description) {
    ObjectNode schema = context.getGeneratorConfig().createObjectNode();
    if (type != null) {
      schema.put("type", type);
    }
    if (format != null) {
      schema.put("format", format);
    }
    if (description != null) {
      schema.put("description", description);
    }
    return new CustomDefinition(
        schema, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.NO);
  }

  /** The property that tells the members of a sealed family apart, from the JSON mapping itself. */
  private static void nameTheKind(
      ObjectNode schema, TypeScope scope, SchemaGenerationContext context) {
    Class<?> type = scope.getType().getErasedType();
    for (Class<?> family : type.getInterfaces()) {
      var config = ContractJson.MAPPER.getSerializationConfig();
      var info = config.introspectClassAnnotations(family).getClassInfo();
      var property = config.getAnnotationIntrospector().findPolymorphicTypeInfo(config, info);
      Collection<NamedType> kinds = config.getAnnotationIntrospector().findSubtypes(info);
      if (property == null || kinds == null) {
        continue;
      }
      kinds.stream()
          .filter(kind -> kind.getType() == type)
          .forEach(kind -> putKind(schema, property.getPropertyName(), kind.getName()));
    }
  }

  private static void putKind(ObjectNode schema, String property, String kind) {
    ObjectNode properties = ContractJson.MAPPER.createObjectNode();
    properties.putObject(property).put("const", kind);
    if (schema.get("properties") instanceof ObjectNode others) {
      properties.setAll(others);
    }
    schema.set("properties", properties);
    var required = ContractJson.MAPPER.createArrayNode().add(property);
    if (schema.get("required") != null) {
      schema.get("required").forEach(required::add);
    }
    schema.set("required", required);
  }
}
