#include "simulate/forecast/seal_hash.hpp"

#include "base/error.hpp"
#include "io/json_document.hpp"
#include "simulate/forecast/small_seal_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace seal_hash_test {

std::string refusal(const std::string& text) {
    try {
        prove_seal(parse_json_document(text, "s.json"), "s.json");
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(SealHash, EachPartHasOne) {
    const auto hashes = seal_part_hashes(parse_json_document(seal_text(small_seal()), "s.json"));
    EXPECT_EQ(hashes.size(), 8u);
    EXPECT_TRUE(hashes.contains("forecast 4"));
    EXPECT_TRUE(hashes.contains("sealing"));
}

TEST(SealHash, ChangesAreToldByTheirPart) {
    const std::string text = seal_text(small_seal());
    EXPECT_EQ(refusal(text), "");
    // Another layout says the same.
    EXPECT_EQ(refusal(replaced(text, "\"sealing\":{", "\r\n  \"sealing\" : { ")), "");
    const std::string date = refusal(replaced(text, "2025-02-03", "2024-02-03"));
    EXPECT_NE(date.find("changed after it was sealed: sealing. The seal says "), std::string::npos) << date;
    const std::string name = refusal(replaced(text, "\"name\":\"ar1\"", "\"name\":\"ar2\""));
    EXPECT_NE(name.find("sealed: forecast 3."), std::string::npos) << name;
    const std::string more = refusal(replaced(text, "\"sealing\":{", "\"more\":1,\"sealing\":{"));
    EXPECT_NE(more.find("sealed: more (put in)."), std::string::npos) << more;
    const std::string hash = refusal(replaced(text, "\"hashes\":{", "\"hashes\":{\"x\":\"1\","));
    EXPECT_NE(hash.find("x (taken out)"), std::string::npos) << hash;
    EXPECT_NE(refusal("{\"a\":1}").find("this is no sealed forecast"), std::string::npos);
}

}  // namespace seal_hash_test
}  // namespace tarazy
