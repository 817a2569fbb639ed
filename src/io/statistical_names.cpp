#include "io/statistical_names.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

namespace tarazy {
namespace {

constexpr std::array<std::string_view, 13> spss_words = {"ALL", "AND", "BY",  "EQ", "GE", "GT",  "LE",
                                                         "LT",  "NE",  "NOT", "OR", "TO", "WITH"};
constexpr std::array<std::string_view, 20> stata_words = {"_all",  "_b",  "byte",  "_coef", "_cons", "double", "float",
                                                          "if",    "in",  "int",   "long",  "_n",    "_N",     "_pi",
                                                          "_pred", "_rc", "_skip", "strL",  "using", "with"};

std::string utf8_of(UChar32 character) {
    std::string text;
    icu::UnicodeString(character).toUTF8String(text);
    return text;
}

std::string folded(const std::string& name) {
    std::string text;
    icu::UnicodeString::fromUTF8(name).foldCase().toUTF8String(text);
    return text;
}

bool is_numbered_text_type(std::string_view name) {
    return name.starts_with("str") && name.size() > 3 &&
           name.find_first_not_of("0123456789", 3) == std::string_view::npos;
}

bool is_reserved(const std::string& name, bool stata) {
    if (stata) return std::ranges::find(stata_words, name) != stata_words.end() || is_numbered_text_type(name);
    std::string upper = name;
    for (char& c : upper) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return std::ranges::find(spss_words, upper) != spss_words.end();
}

/// What is wrong with a name, as the end of a sentence that begins with the name.
std::optional<std::string> fault_of_name(const std::string& name, bool stata) {
    const std::string program = stata ? "Stata" : "SPSS";
    const icu::UnicodeString characters = icu::UnicodeString::fromUTF8(name);
    const auto length = static_cast<std::size_t>(characters.countChar32());
    if (stata && length > 32) return "has " + std::to_string(length) + " characters; Stata allows 32";
    if (!stata && name.size() > 64) return "has " + std::to_string(name.size()) + " bytes; SPSS allows 64";
    const std::string_view marks = stata ? "_" : "_.$#@";
    const std::string_view first_marks = stata ? "_" : "@";
    for (std::int32_t at = 0; at < characters.length(); at = characters.moveIndex32(at, 1)) {
        const UChar32 c = characters.char32At(at);
        const auto among = [c](std::string_view set) { return c < 0x80 && set.find(static_cast<char>(c)) != set.npos; };
        if (at == 0 && !u_isalpha(c) && !among(first_marks)) {
            return "begins with '" + utf8_of(c) + "'; names in " + program + " begin with a letter";
        }
        if (!u_isalnum(c) && !among(marks) && (U_MASK(u_charType(c)) & U_GC_M_MASK) == 0) {
            return "holds '" + utf8_of(c) + "', which " + program + " does not allow";
        }
    }
    if (!stata && name.ends_with('.')) return "ends with a full stop, which SPSS does not allow";
    if (is_reserved(name, stata)) return "is a reserved word in " + program;
    return std::nullopt;
}

}  // namespace

void check_statistical_names(const Table& table, StatisticalFormat format, Diagnostics& diagnostics) {
    const bool stata = format == StatisticalFormat::stata;
    const std::string remedy = "rename the column, or write CSV";
    std::map<std::string, std::size_t> first;
    for (std::size_t index = 0; index < table.names.size(); ++index) {
        const std::string& name = table.names[index];
        const auto add = [&](std::string what) {
            diagnostics.add({table.origin.path, 1, index + 1, std::move(what), remedy});
        };
        if (const auto fault = fault_of_name(name, stata)) {
            add("the column name '" + name + "' " + *fault);
            continue;
        }
        if (stata) continue;
        const auto [entry, added] = first.try_emplace(folded(name), index);
        if (added) continue;
        add("the column names '" + table.names[entry->second] + "' (column " + std::to_string(entry->second + 1) +
            ") and '" + name + "' differ in case only, which SPSS ignores");
    }
}

}  // namespace tarazy
