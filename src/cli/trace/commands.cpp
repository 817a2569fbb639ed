#include "cli/trace/commands.hpp"

namespace tarazy {

void add_trace_commands(CLI::App& program, Session& session) {
    CLI::App& noun = add_noun(program, "trace", "What changed when, and what led to what?");
    add_trace_attribute(noun, session);
    add_trace_changepoints(noun, session);
    add_trace_chronology(noun, session);
    add_trace_contrast(noun, session);
    add_trace_dates(noun, session);
    add_trace_events(noun, session);
    add_trace_evidence(noun, session);
    add_trace_graph(noun, session);
    add_trace_its(noun, session);
    add_trace_query(noun, session);
    add_trace_synth(noun, session);
}

}  // namespace tarazy
