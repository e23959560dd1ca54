// The command line: all commands, and what it ends with.
import { Command, CommanderError } from 'commander'
import { callCommand } from './call-command.ts'
import { exportCommand } from './export-command.ts'
import { importCommand } from './import-command.ts'
import { healthCommand, organisationsCommand } from './installation-commands.ts'
import { logCommand } from './log-command.ts'
import { releaseCommand } from './release-command.ts'
import { simulateCommand } from './simulate-command.ts'
import { statusCommands } from './status-commands.ts'
import type { Surroundings } from './surroundings.ts'
import { verifyCommand } from './verify-command.ts'

/** Runs the command in `words` and answers the exit code. */
export async function commandLine(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { stdout, stderr } = surroundings
  let exitCode = 0
  const finish = (code: number) => {
    exitCode = code
  }
  const program = new Command('testamur').description('The system of record for micro-credentials')
  const commands = [
    importCommand,
    simulateCommand,
    releaseCommand,
    verifyCommand,
    logCommand,
    exportCommand,
    statusCommands,
    organisationsCommand,
    healthCommand,
    callCommand,
  ]
  for (const command of commands.flatMap((make) => make(surroundings, finish))) program.addCommand(command)
  for (const command of withAllBelow(program))
    command.exitOverride().configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
    })
  try {
    await program.parseAsync([...words], { from: 'user' })
    return exitCode
  } catch (error) {
    // commander has said what is wrong with the words
    if (error instanceof CommanderError) return error.exitCode
    throw error
  }
}

const withAllBelow = (command: Command): Command[] => [command, ...command.commands.flatMap(withAllBelow)]
