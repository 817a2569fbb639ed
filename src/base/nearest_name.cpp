#include "base/nearest_name.hpp"

#include <algorithm>
#include <vector>

namespace tarazy {
namespace {

constexpr std::size_t most_alike = 3;  ///< names that one message proposes

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const std::size_t width = b.size() + 1;
    std::vector<std::size_t> cell((a.size() + 1) * width);
    const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& { return cell[i * width + j]; };
    for (std::size_t i = 0; i <= a.size(); ++i) at(i, 0) = i;
    for (std::size_t j = 0; j <= b.size(); ++j) at(0, j) = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1;
            std::size_t best = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + changed});
            const bool swapped =
                i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
            if (swapped) best = std::min(best, at(i - 2, j - 2) + 1);
            at(i, j) = best;
        }
    }
    return at(a.size(), b.size());
}

}  // namespace

std::optional<std::string> nearest_name(std::string_view name, std::span<const std::string> candidates) {
    // A name this long is no typing error, and the table of distances would be large.
    if (name.size() > 200) return std::nullopt;
    std::optional<std::string> nearest;
    std::size_t nearest_distance = 0;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > 200) continue;
        const std::size_t allowed = std::max<std::size_t>(1, std::max(name.size(), candidate.size()) / 3);
        const std::size_t distance = edit_distance(name, candidate);
        if (distance > allowed || (nearest && distance >= nearest_distance)) continue;
        nearest = candidate;
        nearest_distance = distance;
    }
    return nearest;
}

std::string name_hint(std::string_view name, std::span<const std::string> candidates) {
    if (const auto nearest = nearest_name(name, candidates)) {
        // Where others are as near (e1, e2, .. for e0), none of them is proposed alone.
        const std::size_t distance = edit_distance(name, *nearest);
        std::vector<std::string> alike = {*nearest};
        for (const std::string& candidate : candidates) {
            if (candidate.size() <= 200 && std::ranges::find(alike, candidate) == alike.end() &&
                edit_distance(name, candidate) == distance)
                alike.push_back(candidate);
            if (alike.size() > most_alike) break;
        }
        std::string text = "did you mean '" + alike[0] + "'";
        const std::size_t shown = std::min(alike.size(), most_alike);
        for (std::size_t i = 1; i < shown; ++i) text += (i + 1 == alike.size() ? " or '" : ", '") + alike[i] + "'";
        return text + (alike.size() > most_alike ? ", ...?" : "?");
    }
    constexpr std::size_t most_named = 8;
    std::size_t named = 0;
    std::string text;
    for (const std::string& candidate : candidates) {
        if (candidate.empty()) continue;
        if (named == most_named) return "choose one of: " + text + ", ...";
        text += (named++ > 0 ? ", " : "") + candidate;
    }
    return named == 0 ? "there is none to choose from" : "choose one of: " + text;
}

}  // namespace tarazy
