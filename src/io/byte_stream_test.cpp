#include "io/byte_stream.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "io/compressed.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace tarazy {
namespace byte_stream_test {

struct StreamFile {
    explicit StreamFile(const std::string& bytes)
        : path((std::filesystem::temp_directory_path() /
                ("tarazy-stream-" + std::to_string(::getpid()) + '-' + std::to_string(++count)))
                   .string()) {
        std::ofstream(path, std::ios::binary) << bytes;
    }
    StreamFile(const StreamFile&) = delete;
    StreamFile& operator=(const StreamFile&) = delete;
    ~StreamFile() { std::filesystem::remove(path); }
    std::string path;
    static inline int count = 0;
};

struct Content {
    std::string text;
    bool cut_short = false;
};

Content content_of(const std::string& bytes, std::size_t piece) {
    const StreamFile file(bytes);
    ByteStream stream(file.path);
    Content content;
    std::string buffer(piece, '\0');
    while (const std::size_t count = stream.read(buffer.data(), piece)) content.text.append(buffer, 0, count);
    content.cut_short = stream.cut_short();
    EXPECT_EQ(stream.read(buffer.data(), piece), 0u);
    return content;
}

std::string stream_text(std::size_t size) {
    Random random(1, "text to stream", 0);
    std::string text;
    while (text.size() < size) text += std::to_string(random.below(1000)) + '\t';
    return text;
}

TEST(ByteStream, GivesWhatWasPackedInPiecesOfAnySize) {
    for (const Compression compression : {Compression::none, Compression::gzip, Compression::xz}) {
        for (const std::size_t size : {0UL, 1UL, 5UL, 700'000UL}) {
            const std::string text = size == 0 ? "" : stream_text(size);
            for (const std::size_t piece : {1000UL, 65'536UL, 1'000'000UL}) {
                const Content content = content_of(packed(text, compression), piece);
                EXPECT_EQ(content.text, text) << size << ' ' << piece;
                EXPECT_FALSE(content.cut_short);
            }
        }
    }
}

TEST(ByteStream, MembersFollowOneAnotherAndMayBePadded) {
    const std::string gzip = packed("a,b\n", Compression::gzip) + packed("1,2\n", Compression::gzip);
    EXPECT_EQ(content_of(gzip, 100).text, "a,b\n1,2\n");
    EXPECT_EQ(content_of(gzip + std::string(100, '\0'), 100).text, "a,b\n1,2\n");
    const std::string xz = packed("a,b\n", Compression::xz) + packed("1,2\n", Compression::xz);
    EXPECT_EQ(content_of(xz, 100).text, "a,b\n1,2\n");
    EXPECT_THROW((void)content_of(gzip + "junk", 100), InputError);
}

TEST(ByteStream, AFileCutShortGivesItsBeginningAndSaysSo) {
    const std::string text = stream_text(300'000);
    for (const Compression compression : {Compression::gzip, Compression::xz}) {
        const std::string whole = packed(text, compression);
        for (const std::size_t length : {7UL, whole.size() / 3, whole.size() - 1}) {
            const Content content = content_of(whole.substr(0, length), 4096);
            EXPECT_TRUE(content.cut_short) << length;
            EXPECT_TRUE(text.starts_with(content.text)) << length;
        }
        EXPECT_GT(content_of(whole.substr(0, whole.size() - 30), 4096).text.size(), 100'000u);
    }
}

TEST(ByteStream, DamageIsAnError) {
    for (const Compression compression : {Compression::gzip, Compression::xz}) {
        std::string bytes = packed(stream_text(3000), compression);
        for (std::size_t at = bytes.size() / 2; at < bytes.size() / 2 + 8; ++at)
            bytes[at] = static_cast<char>(~bytes[at]);
        EXPECT_THROW((void)content_of(bytes, 4096), InputError);
    }
}

TEST(ByteStream, AFolderAndAMissingFileAreNamed) {
    EXPECT_THROW(ByteStream("/no/such/file"), FileError);
    EXPECT_THROW(ByteStream(std::filesystem::temp_directory_path().string()), FileError);
}

TEST(ByteStream, CanBeStopped) {
    const StreamFile file(stream_text(2'000'000));
    std::stop_source asked;
    ByteStream stream(file.path, Work(asked.get_token()));
    std::string buffer(1000, '\0');
    EXPECT_GT(stream.read(buffer.data(), 1000), 0u);
    asked.request_stop();
    EXPECT_THROW(
        {
            while (stream.read(buffer.data(), 1000) > 0) {
            }
        },
        Interrupted);
}

}  // namespace byte_stream_test
}  // namespace tarazy
