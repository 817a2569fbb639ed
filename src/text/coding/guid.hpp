#pragma once

#include <string>
#include <string_view>

namespace tarazy {

/// A UUID of version 5 (RFC 4122, section 4.3: SHA-1 of namespace and name), in capitals as REFI-QDA files have them.
/// The namespace is our own, so that a thing of the same name has the same GUID in every export.
/// @param kind  "code", "document", ...: keeps names of different things apart
[[nodiscard]] std::string named_guid(std::string_view kind, std::string_view name);

/// UUID version 5 in a namespace of 16 bytes.
[[nodiscard]] std::string guid_in(std::string_view namespace_bytes, std::string_view name);

}  // namespace tarazy
