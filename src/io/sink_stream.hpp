#pragma once

#include "io/file_in_pieces.hpp"

#include <ostream>
#include <streambuf>
#include <string>

namespace tarazy {

/// A stream whose bytes go to a sink in pieces of some 64 KB. What the sink throws goes on to whoever writes; the last
/// piece goes with `flush`, which the caller calls.
class SinkStream : public std::ostream {
public:
    explicit SinkStream(const ByteSink& sink);

private:
    class Buffer : public std::streambuf {
    public:
        explicit Buffer(const ByteSink& sink) : sink_(sink) {}

    private:
        int_type overflow(int_type character) override;
        std::streamsize xsputn(const char* bytes, std::streamsize count) override;
        int sync() override;

        const ByteSink& sink_;
        std::string held_;
    };
    Buffer buffer_;
};

}  // namespace tarazy
