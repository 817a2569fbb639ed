#include "io/compressed.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/work_test.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

namespace tarazy {
namespace compressed_test {

constexpr std::uint64_t plenty = 1 << 26;

std::string some_text(std::size_t size) {
    Random random(1, "text to pack", 0);
    std::string text;
    while (text.size() < size) text += std::to_string(random.below(1000)) + ',';
    return text;
}

std::string unpack(const std::string& bytes, std::uint64_t limit = plenty) {
    return std::string(unpacked(bytes, compression_of(bytes), "t.csv", limit).view());
}

class BothCompressions : public testing::TestWithParam<Compression> {};

TEST_P(BothCompressions, UnpackWhatTheyPacked) {
    for (const std::size_t size : {0, 1, 100, 1'500'000}) {
        const std::string text = size == 0 ? "" : some_text(size);
        EXPECT_EQ(unpack(packed(text, GetParam())), text);
    }
}

TEST_P(BothCompressions, ReadMembersOneAfterAnother) {
    EXPECT_EQ(unpack(packed("a,b\n", GetParam()) + packed("1,2\n", GetParam())), "a,b\n1,2\n");
}

TEST_P(BothCompressions, ReportATruncatedFileAtAnyLength) {
    const std::string whole = packed(some_text(3000), GetParam());
    for (std::size_t length = 6; length < whole.size(); length += 7) {
        EXPECT_THROW(unpack(whole.substr(0, length)), InputError) << length;
    }
}

TEST_P(BothCompressions, ReportDamage) {
    std::string bytes = packed(some_text(3000), GetParam());
    for (std::size_t at = bytes.size() / 2; at < bytes.size() / 2 + 8; ++at) bytes[at] = static_cast<char>(~bytes[at]);
    EXPECT_THROW(unpack(bytes), InputError);
    EXPECT_THROW(unpack(packed("a\n", GetParam()) + "junk"), InputError);
}

TEST_P(BothCompressions, StopAtTheLimit) {
    EXPECT_THROW(unpack(packed(std::string(3'000'000, ','), GetParam()), 1'000'000), LimitError);
}

TEST_P(BothCompressions, DoNotUnpackGigabytesOfNulBytes) {
    EXPECT_LT(unpack(packed(std::string(8'000'000, '\0'), GetParam())).size(), 3'000'000u);
}

TEST_P(BothCompressions, GiveTheSameBytesForTheSameText) {
    EXPECT_EQ(packed("a,b\n", GetParam()), packed("a,b\n", GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Compressed, BothCompressions, testing::Values(Compression::gzip, Compression::xz));

TEST(Compressed, ZeroPaddingAfterGzipIsIgnored) {
    EXPECT_EQ(unpack(packed("a\n", Compression::gzip) + std::string(512, '\0')), "a\n");
}

TEST(Compressed, IsRecognisedByContent) {
    EXPECT_EQ(compression_of("a,b\n"), Compression::none);
    EXPECT_EQ(compression_of(packed("", Compression::gzip)), Compression::gzip);
    EXPECT_EQ(compression_of(packed("", Compression::xz)), Compression::xz);
}

TEST_P(BothCompressions, EndWhenTheyAreAskedToAndSayHowFarTheyAre) {
    const std::string text = some_text(3'000'000), whole = packed(text, GetParam());
    expect_stoppable([&](const Work& work) { (void)packed(text, GetParam(), work); });
    expect_stoppable([&](const Work& work) { (void)unpacked(whole, GetParam(), "t.csv", plenty, work); });
}

TEST(Compressed, GzipDoesNotDependOnThePiecesInWhichItIsGiven) {
    const std::string text = some_text(1'500'000), whole = packed(text, Compression::gzip);
    z_stream stream{};
    ASSERT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    std::string at_once(deflateBound(&stream, static_cast<uLong>(text.size())) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(at_once.data());
    stream.avail_out = static_cast<uInt>(at_once.size());
    ASSERT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
    at_once.resize(stream.total_out);
    deflateEnd(&stream);
    EXPECT_EQ(whole, at_once);
}

}  // namespace compressed_test
}  // namespace tarazy
