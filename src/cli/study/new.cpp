#include "cli/study/commands.hpp"
#include "study/claim_cells.hpp"
#include "study/new_study.hpp"

#include <iostream>
#include <memory>

namespace tarazy {

void add_study_new(CLI::App& noun, Session& session) {
    auto folder = std::make_shared<std::string>();
    CLI::App& app = add_command(
        noun, "new",
        "Write a small study that runs as it is, with invented data and a commented study.toml to start from.",
        {{"tarazy study new my-study", "write my-study/study.toml and its data"},
         {"tarazy study new my-study && tarazy study run my-study", "and run it"}},
        session, [folder, &session] {
            const std::vector<std::string> files = write_new_study(*folder);
            if (session.quiet) return;
            for (const std::string& file : files) std::cerr << "wrote " << file << '\n';
            std::cerr << "next: tarazy study run " << shell_word(*folder) << '\n';
        });
    app.add_option("folder", *folder, "a new or empty folder")->required();
}

}  // namespace tarazy
