#include "text/coding/guid.hpp"

#include <openssl/evp.h>
#include <algorithm>

#include <array>
#include <stdexcept>

namespace tarazy {
namespace {

/// Our namespace: version 5 of "urn:tarazy:qdpx" in the namespace of URLs.
constexpr std::string_view url_namespace("\x6b\xa7\xb8\x11\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8", 16);

std::array<unsigned char, 16> guid_bytes(std::string_view space, std::string_view name) {
    const std::string whole = std::string(space) + std::string(name);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (EVP_Digest(whole.data(), whole.size(), digest.data(), &length, EVP_sha1(), nullptr) != 1 || length < 16)
        throw std::runtime_error("SHA-1 is not available in this build of OpenSSL");
    std::array<unsigned char, 16> bytes{};
    std::copy_n(digest.begin(), 16, bytes.begin());
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0FU) | 0x50U);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3FU) | 0x80U);
    return bytes;
}

}  // namespace

std::string guid_in(std::string_view namespace_bytes, std::string_view name) {
    std::string text;
    const auto bytes = guid_bytes(namespace_bytes, name);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (at == 4 || at == 6 || at == 8 || at == 10) text += '-';
        text += "0123456789ABCDEF"[bytes[at] >> 4U];
        text += "0123456789ABCDEF"[bytes[at] & 15U];
    }
    return text;
}

std::string named_guid(std::string_view kind, std::string_view name) {
    const auto space = guid_bytes(url_namespace, "urn:tarazy:qdpx");
    return guid_in({reinterpret_cast<const char*>(space.data()), space.size()},
                   std::string(kind) + ':' + std::string(name));
}

}  // namespace tarazy
