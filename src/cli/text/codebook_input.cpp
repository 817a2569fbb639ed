#include "cli/text/codebook_input.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/decoded_text.hpp"
#include "io/file_bytes.hpp"

namespace tarazy {

Codebook read_codebook_file(Session& session, const std::string& path) {
    if (!is_codebook_name(path)) return codebook_of_table(read_input(session, path));
    const FileBytes bytes = FileBytes::of_file(path, session.work);
    constexpr std::size_t largest = std::size_t{64} << 20U;
    if (bytes.view().size() > largest) throw LimitError(path + ": a dictionary of more than 64 MB is none; cut it");
    DecodedText decoded;
    decode_text(bytes.view(), path, session.reading.encoding, decoded);
    Codebook codebook = read_codebook(decoded.text, path);
    session.inputs.push_back({path, sha256_hex(bytes.view()), codebook.codes.size(), {}});
    return codebook;
}

}  // namespace tarazy
