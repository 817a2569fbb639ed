#pragma once

#include "serve/local_server.hpp"
#include "serve/request.hpp"
#include "serve/served_place.hpp"

namespace tarazy {

/// Beginning of the name of a folder that holds a new study while it is only shown; a server that starts sweeps away
/// what a killed one left.
inline constexpr const char* passing_new_study = ".tarazy-shown-study";

/// What the start page asks for: the studies of the folder, states and their names, files, a new study.
[[nodiscard]] Routes start_routes(ServedPlace& place);

/// A file that is dragged onto a page: POST /api/upload?folder=..&name=..[&replace=1]. It is written aside and renamed.
/// @throws RefusedRequest for a name that is none, and (409) where a file of the name is there and is not to be
/// replaced
[[nodiscard]] UploadSink begin_upload(const ServedPlace& place, const Request& request);

}  // namespace tarazy
