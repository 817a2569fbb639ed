#include "text/tokens/token_selection.hpp"

#include "base/utf8.hpp"
#include "text/tokens/kept_whole.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <unordered_set>

namespace tarazy {
namespace {

constexpr std::uint32_t no_type = std::numeric_limits<std::uint32_t>::max();

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

icu::UnicodeString utf16_of_token(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string composed_form(const std::string& type) {
    if (is_ascii(type)) return type;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
    const icu::UnicodeString text = utf16_of_token(type);
    if (U_FAILURE(status) || nfc->isNormalized(text, status)) return type;
    std::string composed;
    nfc->normalize(text, status).toUTF8String(composed);
    return composed;
}

std::size_t character_count(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// A web or e-mail address?
bool is_address(std::string_view type) {
    const std::size_t at_sign = type.find('@');
    if (at_sign != std::string_view::npos && at_sign > 0) return mail_address_end(type, 0, at_sign) == type.size();
    return web_address_end(type, 0, true) > 0;
}

/// The categories of the characters of a token, as a set.
std::uint32_t categories_of(std::string_view token, bool& begins_with_digit) {
    std::uint32_t all = 0;
    for (std::size_t at = 0; at < token.size();) {
        const Utf8Character c = utf8_character(token, at);
        const std::uint32_t category = U_MASK(u_charType(static_cast<UChar32>(c.code)));
        if (at == 0) begins_with_digit = (category & U_GC_N_MASK) != 0;
        all |= category;
        at += c.bytes;
    }
    return all;
}

}  // namespace

TokenKind token_kind(std::string_view token) {
    bool digit = false;
    const std::uint32_t all = categories_of(token, digit);
    constexpr std::uint32_t marks = U_GC_M_MASK | U_GC_CF_MASK;
    if ((all & ~(U_GC_P_MASK | marks)) == 0) return TokenKind::punctuation;
    if ((all & ~(U_GC_S_MASK | marks)) == 0) return TokenKind::symbol;
    if (digit && (all & ~(U_GC_N_MASK | U_GC_PO_MASK | marks)) == 0) return TokenKind::number;
    return TokenKind::word;
}

std::string lower_case(std::string_view text) {
    std::string lowered(text);
    if (is_ascii(text)) {
        for (char& c : lowered) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return lowered;
    }
    lowered.clear();
    utf16_of_token(text).toLower(icu::Locale::getRoot()).toUTF8String(lowered);
    return lowered;
}

void rename_types(Tokens& tokens, const FormOfType& form) {
    std::vector<std::uint32_t> merged(tokens.types.size(), no_type);
    std::vector<std::string> names;
    std::unordered_map<std::string, std::uint32_t> known;
    for (std::size_t type = 0; type < tokens.types.size(); ++type) {
        std::optional<std::string> name = form(tokens.types[type]);
        if (!name || name->empty()) continue;
        const auto [entry, fresh] = known.try_emplace(*name, static_cast<std::uint32_t>(names.size()));
        if (fresh) names.push_back(std::move(*name));
        merged[type] = entry->second;
    }
    const bool unchanged = names.size() == tokens.types.size();
    tokens.types = std::move(names);
    if (unchanged) return;  // every type has kept its number
    std::size_t kept = 0, begin = 0;
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        const std::size_t end = tokens.first[document + 1];
        for (std::size_t token = begin; token < end; ++token) {
            const std::uint32_t type = merged[tokens.type[token]];
            if (type == no_type) continue;
            tokens.type[kept] = type;
            tokens.start[kept] = tokens.start[token];
            tokens.length[kept++] = tokens.length[token];
        }
        begin = end;
        tokens.first[document + 1] = kept;
    }
    tokens.type.resize(kept);
    tokens.start.resize(kept);
    tokens.length.resize(kept);
}

FormOfType form_of_type(const TokenOptions& options) {
    std::unordered_set<std::string> stop_words;
    for (const std::string& word : options.stop_words) stop_words.insert(lower_case(composed_form(word)));
    return [options, stop_words = std::move(stop_words)](const std::string& type) -> std::optional<std::string> {
        const TokenKind kind = token_kind(type);
        if ((options.remove_punctuation && kind == TokenKind::punctuation) ||
            (options.remove_numbers && kind == TokenKind::number) ||
            (options.remove_symbols && kind == TokenKind::symbol) || (options.remove_urls && is_address(type)))
            return std::nullopt;
        const std::string form = composed_form(type);
        const std::size_t characters = character_count(form);
        if (characters < options.least_characters ||
            (options.most_characters > 0 && characters > options.most_characters))
            return std::nullopt;
        if (!options.lower && stop_words.empty()) return form;
        const std::string lowered = lower_case(form);
        if (stop_words.contains(lowered)) return std::nullopt;
        return options.lower ? lowered : form;
    };
}

void select_tokens(Tokens& tokens, const TokenOptions& options) {
    rename_types(tokens, form_of_type(options));
}

}  // namespace tarazy
