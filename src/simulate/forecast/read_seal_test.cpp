#include "simulate/forecast/read_seal.hpp"

#include "base/error.hpp"
#include "io/canonical_json.hpp"
#include "io/json_document.hpp"
#include "simulate/forecast/seal_hash.hpp"
#include "simulate/forecast/small_seal_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace read_seal_test {

/// A seal that says something else, with hashes that fit: only a program can have written it.
std::string forged(const std::string& from, const std::string& to) {
    std::string text = seal_text(small_seal());
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    TomlValue document = parse_json_document(text, "s.json");
    for (TomlEntry& entry : document.entries)
        if (entry.key == "sha256") entry.value.text = seal_hash(document);
    return canonical_json(document);
}

std::string refusal_of(const std::string& text) {
    try {
        (void)read_seal(text, "s.json");
    } catch (const InputError& error) {
        return error.what();
    }
    return "was read";
}

TEST(ReadSeal, WhatNoSealHasIsRefused) {
    struct Forgery {
        const char *from, *to, *told;
    };
    const Forgery changes[] = {
        {"\"date\":\"2025-02-03\"", "\"date\":\"yesterday\"", "is no day"},
        {"\"model\":\"drift\"", "\"model\":\"dream\"", "none of the forecasts"},
        {"\"scale\":\"shares\"", "\"scale\":\"share\"", "no scale 'share'"},
        {"\"horizons\":[1,2,3]", "\"horizons\":[1,3,2]", "horizons"},
        {"\"horizons\":[1,2,3]", "\"horizons\":[]", "horizon"},
        {"\"draws\":40", "\"draws\":41", "is not what a seal has here"},
        {"\"draws\":40", "\"draws\":1000000000", "draws is 1000000000"},
        {"\"last_year\":2024", "\"last_year\":2004", "no years in their order"},
        {"\"last_year\":2024", "\"last_year\":2023", "is not what a seal has here"},
        {"\"states\":[\"A\",\"B\"]", "\"states\":[\"A\",\"A\"]", "not names that differ"},
        {"\"states\":[\"A\",\"B\"]", "\"states\":[\"A\"]", "'B' does not belong here"},
        {"\"name\":\"ar1\"", "\"name\":\"drift\"", "'drift' stands twice"},
        {"\"tarazy_seal\":1", "\"tarazy_seal\":2", "another format"},
        {"\"sealing\":{", "\"more\":1,\"sealing\":{", "unknown key 'more'"},
        {"\"seed\":\"18446744073709551615\"", "\"seed\":\"x\"", "is no seed"},
        {"\"question\":{", "\"question\":1,\"old\":{", "unknown key 'old'"},
    };
    for (const auto& [from, to, expected] : changes) {
        const std::string told = refusal_of(forged(from, to));
        EXPECT_NE(told.find(expected), std::string::npos) << to << ": " << told;
    }
    EXPECT_NE(refusal_of("[]"), "was read");
    EXPECT_NE(refusal_of(""), "was read");
    EXPECT_NE(refusal_of("{"), "was read");
}

}  // namespace read_seal_test
}  // namespace tarazy
