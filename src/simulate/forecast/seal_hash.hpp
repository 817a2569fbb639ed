#pragma once

#include "io/toml_document.hpp"
#include "simulate/forecast/year_panel.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace tarazy {

/// Raised when seals written before can no longer be read.
inline constexpr std::int64_t seal_format = 1;

/// The SHA-256 of each part of a seal's document in its canonical form, by name; each forecast is a part.
[[nodiscard]] std::map<std::string, std::string> seal_part_hashes(const TomlValue& document);

/// The SHA-256 of the whole but its entry `sha256`.
[[nodiscard]] std::string seal_hash(const TomlValue& document);

/// @throws InputError  the document is no seal, or its content has another hash than it says: with the parts that were
/// changed, taken out or put in
void prove_seal(const TomlValue& document, const std::string& path);

/// The scale as a seal has it.
[[nodiscard]] std::string seal_scale_name(ValueScale::Kind kind);

}  // namespace tarazy
