#include "text/counts/type_index.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "text/tokens/token_selection.hpp"

#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <functional>
#include <memory>

namespace tarazy {
namespace {

constexpr std::size_t most_runs = 64, most_parts = 16;

icu::UnicodeString units_of_type(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::unique_ptr<icu::RegexMatcher> matcher_of(const WordPattern& pattern, bool case_sensitive) {
    UErrorCode status = U_ZERO_ERROR;
    const std::uint32_t flags = case_sensitive ? 0 : UREGEX_CASE_INSENSITIVE;
    auto matcher = std::make_unique<icu::RegexMatcher>(units_of_type(pattern.text), flags, status);
    if (U_FAILURE(status))
        throw InputError({"", 0, 0,
                          "the regular expression '" + pattern.text + "' cannot be read (" + u_errorName(status) + ")",
                          "mend it; brackets and the marks . * + ? [ ( need a backslash to stand for themselves"});
    // Steps, of about a thousandth of a second each, for one token.
    matcher->setTimeLimit(1000, status);
    return matcher;
}

}  // namespace

bool glob_fits(std::string_view glob, std::string_view text) {
    std::size_t g = 0, t = 0;
    std::size_t star = std::string_view::npos, resume = 0;
    while (t < text.size()) {
        if (g < glob.size() && glob[g] == '*') {
            star = g++;
            resume = t;
        } else if (g < glob.size() && glob[g] == '?') {
            t += utf8_character(text, t).bytes;
            ++g;
        } else if (g < glob.size() && glob[g] == text[t]) {
            ++g;
            ++t;
        } else if (star != std::string_view::npos) {
            g = star + 1;
            resume += utf8_character(text, resume).bytes;
            t = resume;
        } else {
            return false;
        }
    }
    while (g < glob.size() && glob[g] == '*') ++g;
    return g == glob.size();
}

TypeIndex::TypeIndex(std::span<const std::string> types, bool case_sensitive) : case_sensitive_(case_sensitive) {
    sorted_.reserve(types.size());
    for (std::uint32_t type = 0; type < types.size(); ++type) sorted_.emplace_back(folded(types[type]), type);
    std::ranges::sort(sorted_);
}

std::string TypeIndex::folded(std::string_view text) const {
    return case_sensitive_ ? std::string(text) : lower_case(text);
}

std::span<const TypeIndex::Place> TypeIndex::beginning_with(std::string_view prefix) const {
    const auto first =
        std::ranges::lower_bound(sorted_, prefix, {}, [](const Place& p) { return std::string_view(p.first); });
    const auto last =
        std::find_if_not(first, sorted_.end(), [&](const Place& p) { return p.first.starts_with(prefix); });
    return {first, last};
}

std::vector<std::uint32_t> TypeIndex::fitting(const WordPattern& pattern) const {
    std::vector<std::uint32_t> found;
    if (pattern.form == WordPattern::Form::regex) {
        const auto matcher = matcher_of(pattern, case_sensitive_);
        for (const auto& [text, type] : sorted_) {
            UErrorCode status = U_ZERO_ERROR;
            const icu::UnicodeString units = units_of_type(text);
            matcher->reset(units);
            if (matcher->find(status)) found.push_back(type);
            if (U_FAILURE(status))
                throw LimitError("the regular expression '" + pattern.text + "' needs too long for the token '" + text +
                                 "'; make it simpler");
        }
    } else {
        const std::string glob = folded(pattern.text);
        const std::size_t wild = std::min(glob.find_first_of("*?"), glob.size());
        for (const auto& [text, type] : beginning_with(std::string_view(glob).substr(0, wild))) {
            if (glob_fits(glob, text)) found.push_back(type);
        }
    }
    std::ranges::sort(found);
    return found;
}

std::vector<std::vector<std::uint32_t>> TypeIndex::runs(std::string_view text) const {
    const std::string whole = folded(text);
    std::vector<std::vector<std::uint32_t>> found;
    std::vector<std::uint32_t> parts;
    std::size_t steps = 0;
    const std::function<void(std::size_t)> continue_at = [&](std::size_t at) {
        if (at == whole.size()) {
            found.push_back(parts);
            return;
        }
        if (parts.size() == most_parts) return;
        // The longest part first, so that the whole text as one type comes first.
        for (std::size_t end = whole.size(); end > at; --end) {
            if (found.size() >= most_runs || ++steps > 100'000) return;
            if (end < whole.size() && (static_cast<unsigned char>(whole[end]) & 0xC0U) == 0x80U) continue;
            const std::string_view part = std::string_view(whole).substr(at, end - at);
            for (const auto& [type_text, type] : beginning_with(part)) {
                if (type_text != part) break;
                parts.push_back(type);
                continue_at(end);
                parts.pop_back();
            }
        }
    };
    continue_at(0);
    return found;
}

}  // namespace tarazy
