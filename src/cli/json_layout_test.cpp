#include "cli/json_layout.hpp"

#include "base/error.hpp"
#include "io/sink_stream.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace tarazy {
namespace json_layout_test {

std::string laid_out(const std::string& text, std::size_t piece, std::optional<int> decimals = {}) {
    std::ostringstream out;
    JsonLayout layout(out, 0, decimals);
    for (std::size_t at = 0; at < text.size(); at += piece) layout.feed(std::string_view(text).substr(at, piece));
    layout.finish();
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
    JsonLayout layout(out, 2);
    layout.feed("[1]");
    layout.finish();
    EXPECT_EQ(out.str(), "[\n      1\n    ]");
}

TEST(JsonLayout, RoundsNumbersThatAreNoWholeOnes) {
    for (const std::size_t piece : {1, 2, 1000}) {
        EXPECT_EQ(laid_out("1.26", piece, 1), "1.3");
        EXPECT_EQ(laid_out("[1,-0.04,12345,1e-3,2.5E2,true,\"0.123\"]", piece, 1),
                  "[\n  1,\n  0.0,\n  12345,\n  0.0,\n  250.0,\n  true,\n  \"0.123\"\n]");
    }
}

TEST(JsonLayout, WhatTheStreamThrowsGoesOn) {
    std::string numbers = "[0";
    for (int i = 1; i < 40'000; ++i) numbers += ',' + std::to_string(i);
    numbers += ']';
    for (const std::size_t piece : {std::size_t{7}, numbers.size()}) {
        const ByteSink full = [](std::string_view) { throw FileError("disk full"); };
        SinkStream out(full);
        JsonLayout layout(out);
        EXPECT_THROW(
            {
                for (std::size_t at = 0; at < numbers.size(); at += piece)
                    layout.feed(std::string_view(numbers).substr(at, piece));
                layout.finish();
                out.flush();
            },
            FileError)
            << piece;
    }
}

TEST(JsonLayout, HoldsLittleOfALongText) {
    std::size_t longest = 0;
    const ByteSink sink = [&](std::string_view bytes) { longest = std::max(longest, bytes.size()); };
    SinkStream out(sink);
    JsonLayout layout(out);
    std::string numbers = "[0";
    for (int i = 1; i < 400'000; ++i) numbers += ",1";
    layout.feed(numbers + ']');
    layout.finish();
    out.flush();
    EXPECT_LT(longest, std::size_t{1} << 18);
}

}  // namespace json_layout_test
}  // namespace tarazy
