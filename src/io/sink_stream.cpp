#include "io/sink_stream.hpp"

namespace tarazy {

SinkStream::SinkStream(const ByteSink& sink) : std::ostream(nullptr), buffer_(sink) {
    rdbuf(&buffer_);
    exceptions(std::ios::badbit);
}

SinkStream::Buffer::int_type SinkStream::Buffer::overflow(int_type character) {
    if (traits_type::eq_int_type(character, traits_type::eof())) return traits_type::not_eof(character);
    const char one = traits_type::to_char_type(character);
    xsputn(&one, 1);
    return character;
}

std::streamsize SinkStream::Buffer::xsputn(const char* bytes, std::streamsize count) {
    constexpr std::size_t piece = std::size_t{1} << 16;
    held_.append(bytes, static_cast<std::size_t>(count));
    if (held_.size() >= piece) sync();
    return count;
}

int SinkStream::Buffer::sync() {
    sink_(held_);
    held_.clear();
    return 0;
}

}  // namespace tarazy
