#include "study/parameters.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <type_traits>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

std::string range_text(const ParameterRule& rule) {
    return "from " + number_text(rule.least) + " to " + number_text(rule.most);
}

bool within(const ParameterRule& rule, double value) {
    return rule.least <= value && value <= rule.most;
}

/// Reads one value, or says what would have been right.
class ValueReader {
public:
    ValueReader(const ParameterRule& rule, const TomlEntry& entry, const std::string& owner, StudyProblems& problems)
        : rule_(rule), entry_(entry), owner_(owner), problems_(problems) {}

    std::optional<Parameters::Value> read() const {
        const TomlValue& value = entry_.value;
        switch (rule_.kind) {
            case ParameterKind::integer:
                if (value.kind != TomlKind::integer) return wrong("a whole number " + range_text(rule_));
                if (!within(rule_, value.real)) return wrong("a whole number " + range_text(rule_));
                return value.integer;
            case ParameterKind::real:
                if (value.kind != TomlKind::integer && value.kind != TomlKind::real)
                    return wrong("a number " + range_text(rule_));
                if (!within(rule_, value.real)) return wrong("a number " + range_text(rule_));
                return value.real;
            case ParameterKind::text: return read_text(value);
            case ParameterKind::label:
                if (value.kind == TomlKind::integer) return std::to_string(value.integer);
                return read_text(value);
            case ParameterKind::span: return read_one_span(value);
            case ParameterKind::spans: return read_spans(value);
            case ParameterKind::texts: return read_table<NamedTexts>(value, TomlKind::text);
            case ParameterKind::numbers: return read_table<NamedNumbers>(value, TomlKind::real);
        }
        return std::nullopt;
    }

private:
    std::nullopt_t wrong(const std::string& expected) const { return wrong(expected, entry_.value); }
    /// @param value  the parameter's value, or the item of it that does not fit
    std::nullopt_t wrong(const std::string& expected, const TomlValue& value) const {
        problems_.problem(value.place, "parameter '" + rule_.name + "' of " + owner_ + " is " + shown(value),
                          "give " + expected);
        return std::nullopt;
    }

    static std::string shown(const TomlValue& value) {
        switch (value.kind) {
            case TomlKind::text: return "'" + value.text + "'";
            case TomlKind::integer: return std::to_string(value.integer);
            case TomlKind::real: return number_text(value.real);
            default: return std::string(to_string(value.kind));
        }
    }

    std::optional<Parameters::Value> read_text(const TomlValue& value) const {
        if (value.kind != TomlKind::text) return wrong("a text");
        if (!rule_.choices.empty() && std::ranges::find(rule_.choices, value.text) == rule_.choices.end()) {
            problems_.problem(value.place, "parameter '" + rule_.name + "' of " + owner_ + " is '" + value.text + "'",
                              name_hint(value.text, rule_.choices));
            return std::nullopt;
        }
        return value.text;
    }

    std::optional<Span> span_of(const TomlValue& value) const {
        std::optional<Span> span;
        if (value.kind == TomlKind::integer && within(rule_, value.real)) {
            span = Span{static_cast<int>(value.integer), static_cast<int>(value.integer)};
        }
        if (value.kind == TomlKind::text) span = parse_span(value.text);
        return span && within(rule_, span->first) && within(rule_, span->last) ? span : std::nullopt;
    }

    std::optional<Parameters::Value> read_one_span(const TomlValue& value) const {
        const auto span = span_of(value);
        if (!span) return wrong("a text such as \"1992-2012\", earlier end first, both ends " + range_text(rule_));
        return *span;
    }

    std::optional<Parameters::Value> read_spans(const TomlValue& value) const {
        const std::string expected =
            "a list of texts such as [\"1992-2012\"], earlier end first, all ends " + range_text(rule_);
        std::vector<Span> spans;
        if (value.kind != TomlKind::list) {
            const auto span = span_of(value);
            if (!span) return wrong(expected);
            return std::vector<Span>{*span};
        }
        for (const TomlValue& item : value.items) {
            const auto span = span_of(item);
            if (!span) return wrong(expected, item);
            if (std::ranges::find(spans, *span) != spans.end()) return wrong("each span once", item);
            spans.push_back(*span);
        }
        return spans;
    }

    template <class Named>
    std::optional<Parameters::Value> read_table(const TomlValue& table, TomlKind kind) const {
        const bool texts = kind == TomlKind::text;
        const std::string expected = texts ? R"(a table of texts such as { imports = "imports_from_" })"
                                           : "a table of numbers " + range_text(rule_) + " such as { votes = 1 }";
        if (table.kind != TomlKind::table) return wrong(expected);
        Named named;
        for (const TomlEntry& entry : table.entries) {
            const TomlValue& value = entry.value;
            const bool number = value.kind == TomlKind::integer || value.kind == TomlKind::real;
            if (texts ? value.kind != TomlKind::text : !number || !within(rule_, value.real))
                return wrong(expected, value);
            if constexpr (std::is_same_v<Named, NamedTexts>) {
                named[entry.key] = value.text;
            } else {
                named[entry.key] = value.real;
            }
        }
        return named;
    }

    const ParameterRule& rule_;
    const TomlEntry& entry_;
    const std::string& owner_;
    StudyProblems& problems_;
};

Parameters::Value standard_value(const ParameterRule& rule) {
    switch (rule.kind) {
        case ParameterKind::integer: return parse_integer(*rule.standard).value();
        case ParameterKind::real: return parse_real(*rule.standard).value();
        case ParameterKind::text:
        case ParameterKind::label: return *rule.standard;
        case ParameterKind::span: return parse_span(*rule.standard).value();
        case ParameterKind::spans: return std::vector<Span>{};
        case ParameterKind::texts: return NamedTexts{};
        case ParameterKind::numbers: return NamedNumbers{};
    }
    return *rule.standard;
}

Json json_of(const Parameters::Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer;
    if (const auto* real = std::get_if<double>(&value)) return Json::parse(number_text(*real));
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* span = std::get_if<Span>(&value)) return to_string(*span);
    if (const auto* texts = std::get_if<NamedTexts>(&value)) return *texts;
    if (const auto* numbers = std::get_if<NamedNumbers>(&value)) {
        Json object = Json::object();
        for (const auto& [name, number] : *numbers) object[name] = Json::parse(number_text(number));
        return object;
    }
    Json list = Json::array();
    for (const Span& span : std::get<std::vector<Span>>(value)) list.push_back(to_string(span));
    return list;
}

}  // namespace

std::string to_string(const Span& span) {
    return span.first == span.last ? std::to_string(span.first)
                                   : std::to_string(span.first) + '-' + std::to_string(span.last);
}

std::optional<Span> parse_span(std::string_view text) {
    const std::size_t dash = text.find('-');
    const auto first = parse_integer(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : parse_integer(text.substr(dash + 1));
    constexpr std::int64_t largest = 9999;
    if (!first || !last || *first < 0 || *last > largest || *last < *first) return std::nullopt;
    return Span{static_cast<int>(*first), static_cast<int>(*last)};
}

std::string Parameters::json() const {
    Json object = Json::object();
    for (const auto& [name, value] : values_) object[name] = json_of(value);
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Parameters read_parameters(std::span<const TomlEntry> written, std::span<const ParameterRule> rules,
                           const std::string& owner, StudyProblems& problems) {
    Parameters parameters;
    std::vector<std::string> names;
    for (const ParameterRule& rule : rules) {
        names.push_back(rule.name);
        if (rule.standard) parameters.set(rule.name, standard_value(rule));
    }
    for (const TomlEntry& entry : written) {
        const auto rule = std::ranges::find(rules, entry.key, &ParameterRule::name);
        if (rule == rules.end()) {
            problems.problem(entry.place, "unknown parameter '" + entry.key + "' of " + owner,
                             names.empty() ? "the method has none; remove it" : name_hint(entry.key, names));
        } else if (auto value = ValueReader(*rule, entry, owner, problems).read()) {
            parameters.set(entry.key, std::move(*value));
        }
    }
    return parameters;
}

}  // namespace tarazy
