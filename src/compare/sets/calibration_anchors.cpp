#include "compare/sets/calibration_anchors.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace tarazy {
namespace {

struct Anchor {
    std::string name;  ///< empty: by its place
    double value = 0;
};

/// `x`, `crossover`, `Inclusion1` as the short names.
std::string short_name(std::string name) {
    for (char& letter : name)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    for (const auto& [word, letter] : {std::pair{"exclusion", "e"}, {"crossover", "c"}, {"inclusion", "i"}, {"x", "c"}})
        if (name.starts_with(word)) return letter + name.substr(std::string_view(word).size());
    return name;
}

std::vector<Anchor> listed_anchors(std::string_view text) {
    std::vector<Anchor> anchors;
    for (std::string part : listed(text, ',')) {
        std::erase(part, ' ');
        const std::size_t equals = part.find('=');
        Anchor anchor;
        if (equals != std::string::npos) anchor.name = short_name(part.substr(0, equals));
        const std::optional<double> value = parse_real(equals == std::string::npos ? part : part.substr(equals + 1));
        if (!value) throw UsageError("anchors '" + std::string(text) + "': '" + part + "' is no number");
        anchor.value = *value;
        anchors.push_back(std::move(anchor));
    }
    return anchors;
}

std::string listed_names(std::span<const std::string_view> names) {
    return joined(names, ",", [](std::string_view name) { return std::string(name) + "=.."; });
}

std::vector<double> thresholds_of(std::vector<Anchor> anchors, const std::string& text) {
    std::vector<double> values;
    for (std::size_t k = 0; k < anchors.size(); ++k) {
        const std::string wanted = "t" + std::to_string(k + 1);
        const auto at = std::ranges::find(anchors, wanted, &Anchor::name);
        if (!anchors[k].name.empty() && at == anchors.end())
            throw UsageError("anchors '" + text + "': thresholds are numbers, or named t1=..,t2=..");
        values.push_back(anchors[k].name.empty() ? anchors[k].value : at->value);
    }
    if (std::ranges::is_sorted(values)) return values;
    throw UsageError("anchors '" + text + "': thresholds must rise");
}

}  // namespace

std::vector<double> read_anchors(std::string_view given, std::span<const std::string_view> names) {
    const std::string text(given);
    std::vector<Anchor> anchors = listed_anchors(given);
    const auto named = std::ranges::count_if(anchors, [](const Anchor& anchor) { return !anchor.name.empty(); });
    if (named != 0 && static_cast<std::size_t>(named) != anchors.size())
        throw UsageError("anchors '" + text + "': name all of them or none");
    if (names.empty()) return thresholds_of(std::move(anchors), text);
    if (anchors.size() != names.size()) {
        throw UsageError("anchors '" + text + "': give " + std::to_string(names.size()) + " numbers, not " +
                         std::to_string(anchors.size()) + ": " + listed_names(names));
    }
    std::vector<double> values;
    for (std::size_t k = 0; k < names.size(); ++k) {
        if (named == 0) {
            values.push_back(anchors[k].value);
            continue;
        }
        const auto at = std::ranges::find(anchors, names[k], &Anchor::name);
        if (at == anchors.end()) {
            throw UsageError("anchors '" + text + "': '" + std::string(names[k]) + "' is lacking; write " +
                             listed_names(names));
        }
        values.push_back(at->value);
    }
    return values;
}

std::optional<std::string> falling_note(std::span<const double> anchors, const std::string& variable,
                                        std::span<const double> x, std::span<const double> membership) {
    if (anchors.size() != 3 || !(anchors[0] > anchors[1] && anchors[1] > anchors[2])) return std::nullopt;
    std::optional<std::size_t> largest;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (!std::isnan(x[i]) && (!largest || x[i] > x[*largest])) largest = i;
    std::string text = "anchors fall: the set falls with " + variable;
    if (!largest) return text;
    char shown[32];
    std::snprintf(shown, sizeof shown, "%.1g", membership[*largest]);
    return text + " (" + number_text(x[*largest]) + " -> " + shown + ")";
}

}  // namespace tarazy
