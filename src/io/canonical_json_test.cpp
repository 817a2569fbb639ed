#include "io/canonical_json.hpp"

#include "io/json_document.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace canonical_json_test {

TEST(CanonicalJson, OneFormOfWhatSaysTheSame) {
    const std::string expected = R"({"a":[1,2.5,true,"x\"\\\n\u0001é"],"b":{},"ab":3,"B":1e-07})";
    const std::string sorted = R"({"B":1e-07,"a":[1,2.5,true,"x\"\\\n\u0001é"],"ab":3,"b":{}})";
    EXPECT_EQ(canonical_json(parse_json_document(expected, "a.json")), sorted);
    EXPECT_EQ(
        canonical_json(parse_json_document("{ \"b\" : {},\r\n \"ab\": 3.0, \"B\": 0.0000001,\n\"a\": [1, 2.50, true, "
                                           "\"x\\\"\\\\\\n\\u0001\\u00e9\"], \"n\": null}",
                                           "a.json")),
        sorted);
    EXPECT_EQ(canonical_json(parse_json_document(sorted, "a.json")), sorted);
}

TEST(CanonicalJson, MadeInMemory) {
    EXPECT_EQ(canonical_json(json_table(
                  {{"z", json_list({json_integer(-1), json_real(0.1), json_flag(false)})}, {"a", json_text("t")}})),
              R"({"a":"t","z":[-1,0.1,false]})");
}

}  // namespace canonical_json_test
}  // namespace tarazy
