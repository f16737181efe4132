import { mountAll } from '../lib/mount.ts'
import { createServices } from '../site/services.ts'
import { siteModules } from '../site/site-modules.view.ts'
import { teamOrder } from '../team/team-order.view.ts'
import { teamPaste } from '../team/team-paste.view.ts'
import { teamPrint } from '../team/team-print.view.ts'
import { createTeamServices } from '../team/team-services.view.ts'
import { teamSheet } from '../team/team-sheet.view.ts'
import { teamTotals } from '../team/team-totals.view.ts'

void mountAll(
  [...siteModules, teamPaste, teamSheet, teamOrder, teamTotals, teamPrint],
  createTeamServices(createServices()),
)
