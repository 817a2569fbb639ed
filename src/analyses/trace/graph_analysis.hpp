#pragma once

#include "study/method.hpp"

namespace tarazy {

/// trace.graph: the causal graph of a chronology, and what leads from some of its events to others.
///
/// Tables: main (`graph_summary`), `pairs` (`graph_pairs`), `paths` (exposure,outcome,path,length,basis,events,bases,
/// sources: directed paths, the shortest first), `sets` (exposure,outcome,kind,set), `events` (id,edtf,earliest,latest,
/// title,tags,role,drawn: those that paths and sets name), `each_link` (from,to,type,basis,stated_in,shortest: links
/// between drawn events).
[[nodiscard]] Method graph_method();

}  // namespace tarazy
