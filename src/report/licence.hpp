#pragma once

#include <string_view>

namespace tarazy {

/// What the words of a licence say about passing data on.
enum class Sharing {
    open,       ///< a licence that allows it: Creative Commons, public domain, Open Data Commons, MIT, GPL, ...
    unclear,    ///< no licence is named, or its words say nothing of it: "free for research with citation"
    forbidden,  ///< "no redistribution", "all rights reserved", "confidential", ...
};

/// Looks for the names of known licences and for words that forbid; these weigh more. No legal advice.
[[nodiscard]] Sharing sharing_of(std::string_view licence);

}  // namespace tarazy
