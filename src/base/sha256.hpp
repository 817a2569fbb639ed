#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tarazy {

/// Running SHA-256 digest (FIPS 180-4, computed by OpenSSL's libcrypto).
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void update(std::string_view bytes);
    /// 64 lower-case hexadecimal digits. The object must not be updated afterwards.
    [[nodiscard]] std::string hex();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// Digest of a file as it lies on disk (compressed files are not unpacked).
/// @throws FileError if the file cannot be read
[[nodiscard]] std::string sha256_file(const std::string& path);

}  // namespace tarazy
