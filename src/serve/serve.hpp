#pragma once

#include "base/work.hpp"
#include "serve/local_server.hpp"
#include "serve/served_place.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace tarazy {

struct ServeOptions {
    std::string folder;                  ///< that is served: nothing outside of it is read or written
    std::string study = {};              ///< opened first, a path within the folder; empty: the start page
    std::uint16_t port = 0;              ///< 0: a free one
    std::string program;                 ///< the file of this program
    std::function<void()> entered = {};  ///< called when somebody has opened the address
};

/// Serves pages until the work is stopped.
/// @param opened  called with the address to open in a browser, once it answers
/// @throws FileError if there is no such folder, or the port is taken
void serve(const ServeOptions& options, const Work& work,
           const std::function<void(const std::string& address)>& opened);

/// Answers of all pages and of what they ask for; the studies they name are looked for within the folder.
[[nodiscard]] std::function<Answer(const Request&)> page_answers(ServedPlace& place);

}  // namespace tarazy
