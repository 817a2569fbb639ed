#include "trace/event_data/event_layout.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/text_cut.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tarazy {
namespace {

using Names = std::vector<std::string>;

/// The columns that a layout needs, each with the names it may have.
struct NeededColumns {
    Names date, source, target, what, detail = {}, goldstein = {};
};

NeededColumns needed_columns(EventLayout layout, ActorLevel level) {
    const bool country = level == ActorLevel::country;
    switch (layout) {
        case EventLayout::gdelt1:
        case EventLayout::gdelt2:
            return {{"sqldate", "day"},
                    {country ? "actor1countrycode" : "actor1code"},
                    {country ? "actor2countrycode" : "actor2code"},
                    {"eventcode"},
                    {},
                    {"goldsteinscale"}};
        case EventLayout::icews:
            return {{"event_date"},
                    {country ? "source_country" : "source_name"},
                    {country ? "target_country" : "target_name"},
                    {"cameo_code", "event_text"},
                    {},
                    {"intensity"}};
        case EventLayout::plover:
            return {{"event_date"},
                    {country ? "actor_country" : "actor_name"},
                    {country ? "recipient_country" : "recipient_name"},
                    {"event_type"},
                    {},
                    {"intensity", "event_intensity"}};
        case EventLayout::acled: break;
    }
    return {{"event_date"}, {"actor1"}, {"actor2"}, {"event_type"}, {"sub_event_type"}};
}

std::string_view without_end(std::string_view line) {
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// `"Event Date"`, `Event.Date` and `event_date` are one name.
std::string plain_name(std::string_view name) {
    name = trimmed(name);
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
    std::string plain(name);
    for (char& c : plain) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        if (c == ' ' || c == '.') c = '_';
    }
    return plain;
}

char header_delimiter(std::string_view header) {
    const auto count = [&](char c) { return std::ranges::count(header, c); };
    char best = '\t';
    for (const char c : {',', ';'}) {
        if (count(c) > count(best)) best = c;
    }
    return best;
}

std::optional<std::size_t> place_of(const Names& names, const Names& wanted) {
    for (const std::string& name : wanted) {
        const auto found = std::ranges::find(names, name);
        if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    }
    return std::nullopt;
}

/// No scale of events reaches further.
constexpr std::int64_t greatest_value = 1000 * goldstein_unit;

bool is_acled_violence(std::string_view type) {
    constexpr std::string_view types[] = {"battles", "explosions/remote_violence", "violence_against_civilians",
                                          "riots", "protests"};
    return std::ranges::find(types, type) != std::end(types);
}

EventKind acled_kind(std::string_view what, std::string_view detail) {
    EventKind kind;
    kind.text = std::string(what) + ": " + std::string(detail);
    const std::string type = plain_name(what);
    if (is_acled_violence(type)) {
        kind.quad = Quad::mconf;
    } else if (type != "strategic_developments") {
        kind.fault = "'" + shortened(what) + "' is no ACLED event type";
    } else if (plain_name(detail) == "agreement") {
        kind.quad = Quad::vcoop;
    }
    return kind;
}

void read_cameo(EventKind& kind, EventVocabulary vocabulary, QuadRule rule, std::string_view what) {
    if (vocabulary == EventVocabulary::cameo_names) {
        const CameoCode* const named = find_cameo_name(what);
        if (named == nullptr) {
            kind.fault = "'" + shortened(what) + "' is the name of no CAMEO code";
            return;
        }
        kind.text = named->code;
    } else {
        kind.text = what;
    }
    if (!is_cameo_code(kind.text)) {
        const bool lost_zero = is_cameo_code("0" + kind.text);
        kind.fault = "'" + shortened(what) + "' is no CAMEO code" +
                     (lost_zero ? " (has its leading zero been lost? then no code of this file can be trusted)" : "");
        return;
    }
    kind.quad = quad_of(kind.text, rule);
}

}  // namespace

bool has_header(EventLayout layout, std::string_view first_line) {
    if (layout != EventLayout::gdelt1 && layout != EventLayout::gdelt2) return true;
    return plain_name(first_line.substr(0, 20)).find("globaleventid") != std::string::npos;
}

EventColumns named_event_columns(EventLayout layout, ActorLevel level, std::string_view header,
                                 const std::string& path) {
    header = without_end(header);
    EventColumns columns;
    columns.delimiter = header_delimiter(header);
    columns.quoted = columns.delimiter != '\t';
    columns.named = true;
    Names names;
    for (const std::string& name : split(header, columns.delimiter)) names.push_back(plain_name(name));
    columns.fields = names.size();
    Diagnostics diagnostics;
    const auto needed = [&](const Names& wanted) {
        const auto place = place_of(names, wanted);
        if (!place)
            diagnostics.add(
                {path, 1, 0, "there is no column " + joined(wanted, " or "),
                 "is the file of the layout that --layout names? The header begins with: " + shortened(header, 120)});
        return place.value_or(0);
    };
    const NeededColumns wanted = needed_columns(layout, level);
    columns.date = needed(wanted.date);
    columns.source = needed(wanted.source);
    columns.target = needed(wanted.target);
    columns.what = needed(wanted.what);
    columns.detail = place_of(names, wanted.detail);
    columns.goldstein = place_of(names, wanted.goldstein);
    diagnostics.throw_if_any();
    if (layout == EventLayout::plover) columns.vocabulary = EventVocabulary::plover;
    if (layout == EventLayout::acled) columns.vocabulary = EventVocabulary::acled;
    if (names[columns.what] == "event_text") columns.vocabulary = EventVocabulary::cameo_names;
    return columns;
}

EventColumns gdelt_columns(EventLayout layout, ActorLevel level, std::string_view first_row, const std::string& path) {
    EventColumns columns;
    columns.fields = static_cast<std::size_t>(std::ranges::count(without_end(first_row), '\t')) + 1;
    const bool fits =
        layout == EventLayout::gdelt2 ? columns.fields == 61 : columns.fields == 57 || columns.fields == 58;
    if (!fits)
        throw InputError(Problem{path, 1, 0, "the first row has " + std::to_string(columns.fields) + " fields",
                                 layout == EventLayout::gdelt2
                                     ? "GDELT 2.0 has 61, parted by tabs; --layout gdelt1 is for 57 or 58"
                                     : "GDELT 1.0 has 58 (57 before URLs), parted by tabs; --layout gdelt2 is for 61"});
    const std::size_t shift = level == ActorLevel::country ? 2 : 0;
    columns.date = 1;
    columns.source = 5 + shift;
    columns.target = 15 + shift;
    columns.what = 26;
    columns.goldstein = 30;
    return columns;
}

EventKind event_kind(EventVocabulary vocabulary, QuadRule rule, std::string_view what, std::string_view detail,
                     std::string_view goldstein) {
    if (vocabulary == EventVocabulary::acled) return acled_kind(what, detail);
    EventKind kind;
    if (vocabulary == EventVocabulary::plover) {
        kind.text = what;
        kind.quad = quad_of_plover(what);
        if (!kind.quad) kind.fault = "'" + shortened(what) + "' is no type of PLOVER 2021";
    } else {
        read_cameo(kind, vocabulary, rule, what);
    }
    if (!kind.fault.empty()) return kind;
    if (!goldstein.empty() && goldstein != "NA") {
        kind.goldstein = millionths(goldstein);
        if (!kind.goldstein) {
            kind.fault = "'" + shortened(goldstein) + "' is no number from -1000 to 1000";
            kind.fault_in_goldstein = true;
        }
    } else if (vocabulary != EventVocabulary::plover) {
        if (const CameoCode* const known = find_cameo(kind.text)) {
            kind.goldstein = known->goldstein;
            kind.goldstein_from_table = true;
        }
    }
    return kind;
}

std::optional<std::int64_t> millionths(std::string_view text) {
    const auto value = parse_real(text);
    if (!value || std::abs(*value) * goldstein_unit > static_cast<double>(greatest_value)) return std::nullopt;
    return std::llround(*value * goldstein_unit);
}

}  // namespace tarazy
