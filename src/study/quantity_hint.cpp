#include "study/quantity_hint.hpp"

#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace tarazy {
namespace {

/// How well a form answers to what was written; larger is better.
struct Likeness {
    std::int64_t parts = 0;    ///< 2 for each part it holds, 1 for each that is in a longer word of it
    bool of_focus = false;     ///< not of a comparison state: a test is seldom about one
    bool exact_years = false;  ///< no `<year>` in it
    std::int64_t brevity = 0;  ///< fewer letters beyond what was written
    friend auto operator<=>(const Likeness&, const Likeness&) = default;
};

/// "RUS-CHN" of "CHN-RUS": pairs are named in the order of the study file. Other words stay as they are.
std::string turned(const std::string& word) {
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string::npos) return word;
    return word.substr(hyphen + 1) + '-' + word.substr(0, hyphen);
}

Likeness likeness(const std::vector<std::string>& written, const QuantityForm& form) {
    const std::vector<std::string> parts = split(form.text, ".");
    Likeness found;
    found.of_focus = parts.front() != "state";
    found.exact_years = form.text.find('<') == std::string::npos;
    found.brevity = -static_cast<std::int64_t>(form.text.size());
    bool all = true;
    for (const std::string& word : written) {
        const auto holds = [&](const std::string& part) { return part.find(word) != std::string::npos; };
        if (std::ranges::find(parts, word) != parts.end() || std::ranges::find(parts, turned(word)) != parts.end())
            found.parts += 2;
        else if (word.size() > 2 && std::ranges::any_of(parts, holds))
            found.parts += 1;
        else
            all = false;
    }
    // A form that answers to every part is meant, whether a word of it stands there whole or in a longer one.
    if (all) found.parts = 2 * static_cast<std::int64_t>(written.size());
    return found;
}

}  // namespace

std::string quantity_hint(std::string_view written, const std::vector<QuantityForm>& forms) {
    std::vector<std::string> names;
    for (const QuantityForm& form : forms) names.push_back(form.text);
    const std::vector<std::string> parts = split(std::string(written), ".");
    std::vector<std::pair<Likeness, std::string>> like;
    for (const QuantityForm& form : forms) {
        const Likeness found = likeness(parts, form);
        if (found.parts > static_cast<std::int64_t>(parts.size())) like.emplace_back(found, form.text);
    }
    std::ranges::stable_sort(like, [](const auto& a, const auto& b) { return a.first > b.first; });
    const bool complete = !like.empty() && like.front().first.parts == 2 * static_cast<std::int64_t>(parts.size());
    if (!complete) {
        if (const auto nearest = nearest_name(written, names)) return "did you mean '" + *nearest + "'?";
    }
    if (like.empty()) return name_hint(written, names);
    std::string text = "did you mean '" + like[0].second + "'?";
    constexpr std::size_t named = 3;
    for (std::size_t i = 1; i < std::min(named, like.size()); ++i)
        text += (i == 1 ? " others: '" : ", '") + like[i].second + "'";
    return text;
}

}  // namespace tarazy
