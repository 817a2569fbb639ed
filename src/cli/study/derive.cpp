#include "study/derive.hpp"
#include "analyses/all_methods.hpp"
#include "cli/study/commands.hpp"
#include "study/study_file.hpp"

#include <memory>

namespace tarazy {

void add_study_derive(CLI::App& noun, Session& session) {
    auto folder = std::make_shared<std::string>();
    CLI::App& app = add_command(
        noun, "derive",
        "Run on the raw data the analyses whose results ship with the study, and write their tables anew with\n"
        "provenance.json: command, version, parameters, digests of the raw inputs and of the tables.",
        {{"TARAZY_DATA=~/data tarazy study derive studies/kazakhstan", "write studies/kazakhstan/data/derived"},
         {"tarazy study derive studies/kazakhstan --threads 1", "the same bytes, on one core"}},
        session, [folder, &session] {
            const StudyFile study = read_study_file_alone(*folder, all_methods());
            const std::vector<std::string> files = derive_study(study, all_methods(), {session.threads, session.work});
            for (const std::string& file : files) tell(session, "wrote " + file);
        });
    app.add_option("study", *folder, "folder with study.toml, or the file itself")->required();
}

}  // namespace tarazy
