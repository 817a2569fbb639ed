#include "report/licence.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace tarazy {
namespace {

bool letter_or_digit(char sign) {
    return std::isalnum(static_cast<unsigned char>(sign)) != 0;
}

/// Does the text hold these words, not as a part of longer ones?
bool names_words(const std::string& text, std::string_view words) {
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        if ((at == 0 || !letter_or_digit(text[at - 1])) && (end == text.size() || !letter_or_digit(text[end])))
            return true;
    }
    return false;
}

}  // namespace

Sharing sharing_of(std::string_view licence) {
    static constexpr std::array<std::string_view, 14> forbidding = {
        "no redistribution", "not redistributable", "not be redistributed", "may not be",       "must not be",
        "not to be",         "do not distribute",   "not be shared",        "not be passed on", "all rights reserved",
        "confidential",      "proprietary",         "restricted",           "embargo"};
    static constexpr std::array<std::string_view, 22> opening = {"cc0",
                                                                 "cc by",
                                                                 "cc-by",
                                                                 "cc-0",
                                                                 "creative commons",
                                                                 "public domain",
                                                                 "pddl",
                                                                 "odbl",
                                                                 "odc-by",
                                                                 "odc by",
                                                                 "open data commons",
                                                                 "open government licence",
                                                                 "open government license",
                                                                 "ogl",
                                                                 "mit",
                                                                 "apache",
                                                                 "bsd",
                                                                 "gpl",
                                                                 "agpl",
                                                                 "lgpl",
                                                                 "gfdl",
                                                                 "isc"};
    std::string text(licence);
    std::ranges::transform(text, text.begin(),
                           [](unsigned char sign) { return static_cast<char>(std::tolower(sign)); });
    const auto named = [&](std::string_view words) { return names_words(text, words); };
    if (std::ranges::any_of(forbidding, named)) return Sharing::forbidden;
    if (std::ranges::any_of(opening, named) || text.find("gpl-") != std::string::npos) return Sharing::open;
    return Sharing::unclear;
}

}  // namespace tarazy
