#pragma once

#include "cli/command.hpp"

namespace tarazy {

/// Adds the noun `trace` with its verbs.
void add_trace_commands(CLI::App& program, Session& session);

// One function a verb, each in the file of its name.
void add_trace_attribute(CLI::App& noun, Session& session);
void add_trace_changepoints(CLI::App& noun, Session& session);
void add_trace_chronology(CLI::App& noun, Session& session);
void add_trace_contrast(CLI::App& noun, Session& session);
void add_trace_dates(CLI::App& noun, Session& session);
void add_trace_events(CLI::App& noun, Session& session);
void add_trace_evidence(CLI::App& noun, Session& session);
void add_trace_graph(CLI::App& noun, Session& session);
void add_trace_its(CLI::App& noun, Session& session);
void add_trace_query(CLI::App& noun, Session& session);
void add_trace_synth(CLI::App& noun, Session& session);

}  // namespace tarazy
