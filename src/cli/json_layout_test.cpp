#include "cli/json_layout.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace tarazy {
namespace json_layout_test {

std::string laid_out(const std::string& text, std::size_t piece, std::optional<int> decimals = {}) {
    std::ostringstream out;
    {
        JsonLayout layout(out, 0, decimals);
        for (std::size_t at = 0; at < text.size(); at += piece) layout.feed(std::string_view(text).substr(at, piece));
    }
    return std::move(out).str();
}

TEST(JsonLayout, IsThatOfTheLibraryWhateverThePieces) {
    for (const char* text : {"[]", "{}", "1", "\"a\"", "true", "[[],{}]", R"({"a":1,"b":[1,2,{"c":null}],"d":{}})",
                             R"(["\"","\\","[{,:"])", R"({"ә":"ң \u0001 \n","e":[true,false,null,-1.5e-07]})",
                             "[ 1 ,\n\t2 ]", "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]"}) {
        const std::string wanted = nlohmann::ordered_json::parse(text).dump(2);
        for (const std::size_t piece : {1, 2, 3, 1000}) EXPECT_EQ(laid_out(text, piece), wanted) << text;
    }
}

TEST(JsonLayout, StandsAsDeepAsItIsTold) {
    std::ostringstream out;
    JsonLayout(out, 2).feed("[1]");
    EXPECT_EQ(out.str(), "[\n      1\n    ]");
}

TEST(JsonLayout, RoundsNumbersThatAreNoWholeOnes) {
    for (const std::size_t piece : {1, 2, 1000}) {
        EXPECT_EQ(laid_out("1.26", piece, 1), "1.3");
        EXPECT_EQ(laid_out("[1,-0.04,12345,1e-3,2.5E2,true,\"0.123\"]", piece, 1),
                  "[\n  1,\n  0.0,\n  12345,\n  0.0,\n  250.0,\n  true,\n  \"0.123\"\n]");
    }
}

}  // namespace json_layout_test
}  // namespace tarazy
