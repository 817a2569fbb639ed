#include "io/sink_stream.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace tarazy {
namespace sink_stream_test {

TEST(SinkStream, AllBytesGoToTheSinkInLargePieces) {
    std::string all, wanted;
    std::size_t pieces = 0;
    const ByteSink sink = [&](std::string_view bytes) {
        all += bytes;
        ++pieces;
    };
    SinkStream out(sink);
    for (int i = 0; i < 50'000; ++i) {
        out << i << ',';
        out.put('\n');
        wanted += std::to_string(i) + ",\n";
    }
    out.flush();
    EXPECT_EQ(all, wanted);
    EXPECT_LE(pieces, wanted.size() / 65'536 + 1);
}

TEST(SinkStream, WhatTheSinkThrowsGoesOn) {
    const ByteSink full = [](std::string_view) { throw FileError("disk full"); };
    SinkStream out(full);
    EXPECT_THROW(out << std::string(100'000, 'x'), FileError);
    SinkStream short_text(full);
    short_text << 'x';
    EXPECT_THROW(short_text.flush(), FileError);
}

}  // namespace sink_stream_test
}  // namespace tarazy
