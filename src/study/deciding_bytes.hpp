#pragma once

#include <string>

namespace tarazy {

/// SHA-256 of what in a data file can decide a result: of a CSV file with columns `note_kk`, `note_ru`,
/// `description_kk`, `description_ru` (the columns `note` and `description` in another language, which decide nothing)
/// the bytes without these columns, of any other file all its bytes. So a translation that is added or mended makes no
/// kept result old; the column `note` itself counts, as it may name another value of a cell. O(bytes). @throws
/// FileError
[[nodiscard]] std::string deciding_sha256(const std::string& path);

}  // namespace tarazy
