package dev.twostep.theme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One state of one page: the template and what our Java gives it; {@code errors} by field. */
record Page(String name, String template, Map<String, Object> model, Map<String, String> errors) {

  /** Nothing of this may reach a browser as markup. */
  static final String HOSTILE = "<img src=x onerror=alert(1)>\"${code}";

  @Override
  public String toString() {
    return name;
  }

  static List<Page> all() {
    return Stream.of(
            CodePages.all(),
            ChoicePages.all(),
            EnrolmentPages.all(),
            AppPages.all(),
            AppPasswordPages.all(),
            RefusedPages.all(),
            OwnPages.all(),
            DevicePages.all(),
            InvitePages.all(),
            OfficePages.all(),
            PortalPages.all(),
            NewsPages.all())
        .flatMap(List::stream)
        .toList();
  }

  static Page of(String name, String template, Map<String, Object> twostep) {
    return new Page(name, template, Map.of("twostep", twostep), Map.of());
  }

  Page named(String other) {
    return new Page(other, template, model, errors);
  }

  Page with(String attribute, Object value) {
    return new Page(name, template, plus(model, attribute, value), errors);
  }

  Page wrong(String field, String messageKey) {
    return new Page(name, template, model, Map.of(field, messageKey));
  }

  static Map<String, Object> plus(Map<String, Object> map, String key, Object value) {
    Map<String, Object> more = new HashMap<>(map);
    more.put(key, value);
    return more;
  }
}
